"""Many pages: the run store, the engine, its pacing and its accounts.

Import from the modules: `engine.run_pages`, `store.open_store`, `limits.Limits`, `stop.Stop`. Nothing is
loaded here, so that `summarizer --help` stays quick.
"""
