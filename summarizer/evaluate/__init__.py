"""How good records are: scores against gold, with intervals, by language and genre."""
