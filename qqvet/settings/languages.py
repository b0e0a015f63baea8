"""The eleven languages; English and Spanish are complete, the others follow."""

from django.utils.translation import gettext_lazy as _

from qqvet.settings.environment import BASE_DIR, env

__all__ = [
    "COMPLETE_LANGUAGES", "FORMAT_MODULE_PATH", "LANGUAGES", "LANGUAGE_CODE", "LOCALE_PATHS", "TIME_ZONE", "USE_I18N",
    "USE_TZ",
]  # fmt: skip

LANGUAGE_CODE: str = env.str("LANGUAGE_CODE", "en")
LANGUAGES = [
    ("en", _("English")),
    ("es", _("Spanish")),
    ("ro", _("Romanian")),
    ("pt", _("Portuguese")),
    ("it", _("Italian")),
    ("fr", _("French")),
    ("nl", _("Dutch")),
    ("cs", _("Czech")),
    ("fi", _("Finnish")),
    ("de", _("German")),
    ("pl", _("Polish")),
]
# Every word is translated; no native speaker has reviewed the Spanish yet: search engines are told of these.
COMPLETE_LANGUAGES = ("en", "es")
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "qqvet.formats"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
