"""The fault lab: a local server that speaks the chat API and fails as told, request by request."""
