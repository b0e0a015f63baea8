"""Surveys for programs: send a response with a channel's key; read waves, questionnaires and counters."""

from __future__ import annotations

import secrets
from collections import defaultdict
from hashlib import sha256
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.api.viewsets import ReadViewSet
from core.idempotency import HEADER, refuse_long
from impact_study.api.keys import ChannelKeyAuthentication, HasChannelKey
from impact_study.api.serializers import (
    CountSerializer,
    DefinitionSerializer,
    SentResponseSerializer,
    TakenResponseSerializer,
    WaveSerializer,
)
from impact_study.models import Translation, Wave
from impact_study.services.counters import counts_by
from impact_study.services.sending import take_response


class ResponseInbox(APIView):
    """Where programs send responses.

    The same `Idempotency-Key` is one response, however often it is sent; with another response it is refused with 422,
    and with 409 while the first is still being stored.
    """

    authentication_classes = [ChannelKeyAuthentication]
    permission_classes = [HasChannelKey]
    about = (None, "pk")

    @extend_schema(tags=["Surveys"], request=SentResponseSerializer, responses={201: TakenResponseSerializer})
    def post(self, request: Request) -> Response:
        form = SentResponseSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        key = request.headers.get(HEADER, "") or secrets.token_hex(16)
        refuse_long(key)
        entrance = request.user.entrance  # type: ignore[union-attr]
        mark = sha256(f"{entrance.channel.pk}:{key}".encode()).hexdigest()[:32]
        finished = take_response(entrance=entrance, mark=mark, at=timezone.now(), **form.validated_data)
        body = {"state": str(finished.state), "withdrawal_code": finished.code}
        headers = {"Idempotent-Replay": "true"} if finished.again else {}
        return Response(TakenResponseSerializer(body).data, status=201, headers=headers)


@extend_schema(tags=["Surveys"])
class WaveViewSet(ReadViewSet):
    """The rounds of asking of one's projects, with their questionnaires and counters."""

    model = Wave
    queryset = Wave.objects.all()
    serializer_class = WaveSerializer
    filterset_fields = ("study", "group", "kind")
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(
        ("list", "retrieve", "definition", "counts"), "impact_study.view_wave"
    )

    def rows(self, visible: QuerySet[Wave]) -> QuerySet[Wave]:
        return visible.select_related("study").defer("version__definition")

    @extend_schema(responses=DefinitionSerializer)
    @action(detail=True)
    def definition(self, request: Request, pk: Any = None) -> Response:
        """The questionnaire as a document, and its texts."""
        version = self.get_object().version
        texts: dict[str, dict[str, str]] = defaultdict(dict)
        rows = Translation.objects.filter(version=version).exclude(text="").order_by("language", "key")
        for language, key, text in rows.values_list("language", "key", "text"):
            texts[language][key] = text
        body = {"version": version.pk, "number": version.number, "definition": version.definition, "texts": texts}
        return Response(DefinitionSerializer(body).data)

    @extend_schema(responses=CountSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=[])
    def counts(self, request: Request, pk: Any = None) -> Response:
        """How many opened, began and finished, by partner; answers themselves are not counted here."""
        found = counts_by([self.get_object()], "partner", "step")
        body = [{"partner": place[0], "step": place[1], "number": number} for place, number in sorted(found.items())]
        return Response(CountSerializer(body, many=True).data)
