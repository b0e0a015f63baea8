"""What the public pages say of whoever runs the installation."""

from qqvet.settings.environment import env
from qqvet.settings.mail import DEFAULT_FROM_EMAIL

__all__ = ["CONTACT_EMAIL", "CONTENT_LICENCE", "CONTENT_LICENCE_URL", "OPERATOR"]

# The body that answers for the installation: named on the pages about privacy and accessibility.
OPERATOR: str = env.str("OPERATOR", "")
CONTACT_EMAIL: str = env.str("CONTACT_EMAIL", DEFAULT_FROM_EMAIL)
CONTENT_LICENCE: str = env.str("CONTENT_LICENCE", "CC BY 4.0")
CONTENT_LICENCE_URL: str = env.str("CONTENT_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/")
