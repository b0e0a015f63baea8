"""Signing in: by e-mail, with verification, limits and a second factor."""

from qqvet.settings.environment import DEBUG, DEMO, env

__all__ = [
    "ACCOUNT_ADAPTER", "ACCOUNT_EMAIL_NOTIFICATIONS", "ACCOUNT_EMAIL_SUBJECT_PREFIX", "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS",
    "ACCOUNT_EMAIL_VERIFICATION", "ACCOUNT_LOGIN_METHODS", "ACCOUNT_MAX_EMAIL_ADDRESSES", "ACCOUNT_PREVENT_ENUMERATION",
    "ACCOUNT_RATE_LIMITS", "ACCOUNT_REAUTHENTICATION_REQUIRED", "ACCOUNT_SIGNUP_FIELDS", "ACCOUNT_SIGNUP_FORM_CLASS",
    "ACCOUNT_USER_DISPLAY", "ACCOUNT_USER_MODEL_USERNAME_FIELD", "ALLAUTH_TRUSTED_PROXY_COUNT",
    "AUTHENTICATION_BACKENDS", "AUTH_PASSWORD_VALIDATORS", "AUTH_USER_MODEL", "LOGIN_REDIRECT_URL", "LOGIN_URL",
    "LOGOUT_REDIRECT_URL", "MFA_ADAPTER", "MFA_FORMS", "MFA_PASSKEY_LOGIN_ENABLED", "MFA_RECOVERY_CODES_SHOW_ONCE",
    "MFA_SUPPORTED_TYPES", "MFA_TOTP_TOLERANCE", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "OPEN_SIGNUP",
    "PASSWORD_HASHERS", "SECOND_FACTOR_REQUIRED", "SOCIALACCOUNT_AUTO_SIGNUP", "SOCIALACCOUNT_PROVIDERS",
    "SOCIALACCOUNT_STORE_TOKENS", "USERSESSIONS_TRACK_ACTIVITY",
]  # fmt: skip

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:workspace"
LOGOUT_REDIRECT_URL = "portal:home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Accounts come by invitation; an installation may open signing up to everybody.
OPEN_SIGNUP: bool = env.bool("OPEN_SIGNUP", False)
# Coordinators and staff must have a second factor.
SECOND_FACTOR_REQUIRED: bool = env.bool("SECOND_FACTOR_REQUIRED", not DEMO)

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = OPEN_SIGNUP
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupForm"
ACCOUNT_USER_DISPLAY = "accounts.adapter.display"
# Counted in the shared cache; without it nobody signs in (accounts.middleware).
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/5m/key", "signup": "20/m/ip"}
# Addresses in headers are believed only from as many proxies as stand before us.
ALLAUTH_TRUSTED_PROXY_COUNT: int = env.int("TRUSTED_PROXIES", 0)

MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "accounts.mfa.MFAAdapter"
MFA_FORMS = {"add_webauthn": "accounts.key_forms.AddKeyForm"}
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO
USERSESSIONS_TRACK_ACTIVITY = False

# An OpenID Connect provider (school login, national federation) by three settings.
_oidc: str = env.str("OIDC_SERVER_URL", "")
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, object] = (
    {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": env.str("OIDC_NAME", "OpenID Connect"),
                    "client_id": env.str("OIDC_CLIENT_ID"),
                    "secret": env.str("OIDC_CLIENT_SECRET"),
                    "settings": {"server_url": _oidc},
                }
            ]
        }
    }
    if _oidc
    else {}
)
