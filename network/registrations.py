"""What the house must know of the network."""

from network import personal_data  # noqa: F401  (declares what is kept of people)
