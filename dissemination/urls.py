from django.urls import URLPattern

from dissemination.claim_urls import urlpatterns as claim_urls
from dissemination.door_urls import urlpatterns as door_urls
from dissemination.event_urls import urlpatterns as event_urls
from dissemination.plan_urls import urlpatterns as plan_urls

app_name = "dissemination"
urlpatterns: list[URLPattern] = [*event_urls, *door_urls, *plan_urls, *claim_urls]
