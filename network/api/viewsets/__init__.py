"""What programs can do in the network; each action asks the permission of its page and calls the same service."""
