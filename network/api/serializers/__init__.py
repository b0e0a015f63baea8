"""How the network's records look to programs. Fields are listed; states and owners are set by the server."""
