"""The links of one's own account, and what is kept of it."""

from django.utils.translation import gettext_lazy as _

from accounts.models import AccessToken, User
from core.enums import Basis, Erasure, Retention
from core.navigation import Entry, register
from core.personal_data import declare

register(Entry(place="account", label=_("Profile"), url_name="accounts:profile", order=5, icon="user"))
register(Entry(place="account", label=_("E-mail addresses"), url_name="account_email", order=10, icon="mail"))
register(Entry(place="account", label=_("Password"), url_name="account_change_password", order=20, icon="lock"))
register(Entry(place="account", label=_("Second factor"), url_name="mfa_index", order=30, icon="shield-check"))
register(
    Entry(place="account", label=_("Where you are signed in"), url_name="usersessions_list", order=40, icon="monitor")
)
register(
    Entry(place="account", label=_("Tokens for programs"), url_name="accounts:token_list", order=45, icon="key-round")
)
register(Entry(place="account", label=_("My work in the background"), url_name="jobs:job_list", order=50, icon="list"))

declare(
    User, subject="", fields=["email", "name", "language", "joined_at", "last_login"],
    purpose=_("To let people sign in"), basis=Basis.CONTRACT, retention=Retention.WITH_ACCOUNT, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    AccessToken, subject="user", fields=["name", "scopes", "created_at", "expires_at", "revoked_at", "used_at"],
    purpose=_("To let people's programs work for them"), basis=Basis.CONTRACT, retention=Retention.WITH_ACCOUNT,
    erasure=Erasure.DELETE,
)  # fmt: skip
