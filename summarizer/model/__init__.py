"""Everything that talks to a model: endpoint, client, retries, recordings, and the model that ships."""
