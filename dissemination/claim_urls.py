from django.urls import path

from dissemination.views import claims

urlpatterns = [
    path("projects/<slug:code>/unit-costs/", claims.unit_costs, name="unit_costs"),
    path("projects/<slug:code>/unit-costs/sheet/", claims.claim_sheet, name="claim_sheet"),
    path("projects/<slug:code>/unit-costs/<int:pk>/", claims.event_claim, name="event_claim"),
    path("projects/<slug:code>/event-documents/<int:pk>/", claims.document_download, name="document_download"),
]
