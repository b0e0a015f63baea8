from accounts.models.access_token import AccessToken
from accounts.models.user import User

__all__ = ["AccessToken", "User"]
