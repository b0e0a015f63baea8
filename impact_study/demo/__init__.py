"""What the impact study adds to the demo: QQVET's IO1 with simulated answers, and marked as such."""
