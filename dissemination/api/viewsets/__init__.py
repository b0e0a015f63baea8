"""What programs may do, noun by noun."""
