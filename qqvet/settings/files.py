"""Static files, uploads and their limits; files lie on disk unless S3_BUCKET names a bucket."""

from qqvet.settings.environment import BASE_DIR, DATA_DIR, DEBUG, DEMO, env

__all__ = [
    "ACCELERATED_REDIRECT", "DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS", "FILE_UPLOAD_MAX_MEMORY_SIZE",
    "MEDIA_ROOT", "STATICFILES_DIRS", "STATICFILES_FINDERS", "STATIC_ROOT", "STATIC_URL", "STORAGES", "UPLOAD_LIMIT",
]  # fmt: skip

STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", str(DATA_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "core.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_ROOT = env.str("MEDIA_ROOT", str(DATA_DIR / "media"))

# Bytes; one uploaded list or piece of evidence.
UPLOAD_LIMIT: int = env.int("UPLOAD_LIMIT", 25 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# The front server's internal location for protected files; empty: Django sends the bytes itself, as it must from a bucket.
_bucket: str = env.str("S3_BUCKET", "")
ACCELERATED_REDIRECT: str = "" if _bucket else env.str("ACCELERATED_REDIRECT", "")
# The demo names files by their hash like production, but spares itself half a minute of compressing.
_static = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    if DEMO
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _bucket,
            "endpoint_url": env.str("S3_ENDPOINT", "") or None,
            "access_key": env.str("S3_ACCESS_KEY", ""),
            "secret_key": env.str("S3_SECRET_KEY", ""),
            "region_name": env.str("S3_REGION", "") or None,
            "default_acl": "private",
            "file_overwrite": False,
        },
    }
    if _bucket
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}
