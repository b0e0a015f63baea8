"""The bare survey and the bare event page as a site of their own, for visitors over HTTP.

Fair, because it is the bare site without its middleware: no session, no language, no protection of forms.
"""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from benchmarks.bounds import bare_event, bare_site, bare_survey

settings.MIDDLEWARE, settings.ROOT_URLCONF = [], __name__
urlpatterns = [*bare_survey.urlpatterns, *bare_event.urlpatterns, *bare_site.urlpatterns]
application = get_wsgi_application()
