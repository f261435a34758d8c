"""The model that ships: its weights on disk, and the server that runs them on a loopback port."""
