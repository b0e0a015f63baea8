"""The apps, the middleware and the templates."""

from django.utils.translation import gettext_lazy as _

from qqvet.settings.environment import BASE_DIR, DATA_DIR, DEBUG, DEMO, env

__all__ = [
    "BASE_DIR", "DATA_DIR", "DEBUG", "DEFAULT_AUTO_FIELD", "DEMO", "FILTERS_EMPTY_CHOICE_LABEL", "FORM_RENDERER", "INSTALLED_APPS", "MIDDLEWARE",
    "ROOT_URLCONF", "SHORT_MIDDLEWARE", "SITE_NAME", "SITE_URL", "TEMPLATES", "WSGI_APPLICATION",
]  # fmt: skip

SITE_NAME: str = env.str("SITE_NAME", "Joinery")
SITE_URL: str = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
ROOT_URLCONF = "qqvet.urls"
WSGI_APPLICATION = "qqvet.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "core.form_renderer.HouseRenderer"
FILTERS_EMPTY_CHOICE_LABEL = _("Any")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "rules",
    "core",
    "accounts",
    "network",
    "impact_study",
    "dissemination",
    "reports",
    "portal",
]

# Visitors' pages go through the second list alone (docs/decisions/24-the-short-way.md).
MIDDLEWARE = [
    "core.short_way.ShortWayMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.request_line.request_line",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.LimitsAwayMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
]

SHORT_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.request_line.request_line",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.middleware.LimitsAwayMiddleware",
    "core.short_way.StrangerMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context.house",
                "network.context.funding",
            ],
        },
    },
]
