"""What programs read and send, noun by noun."""
