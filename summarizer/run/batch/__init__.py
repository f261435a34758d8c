"""The batch route: answers fetched through a Batch API into the store; then an ordinary run finds them
there.
"""
