"""The REST interface."""

from qqvet.settings.environment import env

__all__ = ["REST_FRAMEWORK", "SPECTACULAR_SETTINGS"]

REST_FRAMEWORK: dict[str, object] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["core.api.access.NamedAction"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "core.api.pages.Pages",
    "DEFAULT_SCHEMA_CLASS": "core.api.schema.HouseSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("API_RATE_ANONYMOUS", "60/min"),
        "user": env.str("API_RATE", "600/min"),
    },
    "EXCEPTION_HANDLER": "core.api.problems.answer",
    "NUM_PROXIES": env.int("TRUSTED_PROXIES", 0),
}
SPECTACULAR_SETTINGS: dict[str, object] = {
    "TITLE": "Work-based-learning network API",
    "DESCRIPTION": (
        "Everything partners do on the pages, for programs. Sign in with a personal token "
        "(header “Authorization: Bearer …”) or with the session of the browser."
    ),
    "VERSION": "1.0.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": True,
    "ENUM_NAME_OVERRIDES": {
        "AttendanceKind": "dissemination.enums.AttendanceKind",
        "ChannelKind": "dissemination.enums.ChannelKind",
        "EventKind": "dissemination.enums.EventKind",
        "EventMode": "dissemination.enums.EventMode",
        "EventState": "dissemination.enums.EventState",
        "LinkState": "dissemination.enums.LinkState",
        "ReachKind": "dissemination.enums.ReachKind",
        "ReachUnit": "dissemination.enums.ReachUnit",
        "RegistrationSource": "dissemination.enums.RegistrationSource",
        "RegistrationState": "dissemination.enums.RegistrationState",
        "Unit": "network.enums.Unit",
        "Role": "network.enums.Role",
        "EnterpriseSize": "network.enums.EnterpriseSize",
        "EvidenceKind": "network.enums.EvidenceKind",
        "ExperienceKind": "network.enums.ExperienceKind",
        "ExperienceLevel": "network.enums.ExperienceLevel",
        "ExperienceState": "network.enums.ExperienceState",
        "ImportKind": "network.enums.ImportKind",
        "ImportState": "network.enums.ImportState",
        "Mode": "network.enums.Mode",
        "OccasionKind": "network.enums.OccasionKind",
        "OrganisationKind": "network.enums.OrganisationKind",
        "ParticipationRole": "network.enums.ParticipationRole",
        "ParticipationState": "network.enums.ParticipationState",
        "PartnerRole": "network.enums.PartnerRole",
        "PeriodState": "network.enums.PeriodState",
        "JobState": "core.enums.JobState",
        "ReportState": "reports.enums.ReportState",
        "FileFormat": "reports.enums.FileFormat",
    },
}
