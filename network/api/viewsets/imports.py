"""Sheets: uploaded, asked about, previewed, applied in one transaction, undone."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit, jobs
from core.api.jobs import JobSerializer
from core.api.viewsets import once
from core.enums import ApiScope
from core.problems import Problem, ProblemsFound, stop_on
from network.api.base import NetworkReadViewSet
from network.api.filters import ImportFilter
from network.api.serializers.imports import (
    AnswersSerializer,
    ColumnsSerializer,
    ImportRowSerializer,
    ImportSerializer,
    ImportUploadSerializer,
    OneImportSerializer,
)
from network.models import ImportBatch
from network.services.importing import open_import, undo_import
from network.services.importing.answering import answer_questions, choose_columns, decide_rows, mend_cell
from network.services.importing.applying import applying_problems

STEPS = ("columns", "answers", "preview", "apply", "undo")


@extend_schema(tags=["Imports"])
class ImportViewSet(NetworkReadViewSet):
    """Upload a sheet, name its columns, ask for the preview, answer what it asks, apply; or undo it all."""

    model = ImportBatch
    queryset = ImportBatch.objects.all()
    serializer_class = ImportSerializer
    filterset_class = ImportFilter
    parser_classes = [JSONParser, MultiPartParser]
    permissions: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("list", "retrieve", "list_rows"), "network.view_importbatch"),
        **dict.fromkeys(STEPS, "network.change_importbatch"),
        "create": "network.add_importbatch",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("create", *STEPS), ApiScope.IMPORT)

    def rows(self, visible: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
        return visible.select_related("project", "original", "partner")

    @extend_schema(responses=OneImportSerializer)
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One sheet with its open questions."""
        return self.told(self.get_object())

    @extend_schema(request={"multipart/form-data": ImportUploadSerializer}, responses={201: OneImportSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Read a sheet (CSV, XLSX or ODS) for a partner; nothing is taken in yet."""
        given = self.valid(ImportUploadSerializer)
        self.require("network.write_for_partner", given["partner"])
        category = given.pop("category", None)
        batch = open_import(upload=given.pop("file"), category=category.code if category else "", by=self.user, **given)
        return self.told(batch, status=201)

    @extend_schema(request=ColumnsSerializer, responses=OneImportSerializer)
    @action(detail=True, methods=["post"])
    def columns(self, request: Request, pk: Any = None) -> Response:
        """Say which field each column is."""
        batch, given = self.asked(ColumnsSerializer)
        choose_columns(batch=batch, mapping=given["mapping"], by=self.user)
        return self.told(batch)

    @extend_schema(request=AnswersSerializer, responses=OneImportSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def answers(self, request: Request, pk: Any = None) -> Response:
        """Answer questions, decide on rows that may be somebody known, put cells right; preview again afterwards."""
        batch, given = self.asked(AnswersSerializer)
        labels = {row.label: row for row in batch.rows.all()} if given["cells"] else {}
        answer_questions(batch=batch, answers=given["answers"], by=self.user)
        decide_rows(batch=batch, decisions=given["decisions"], by=self.user)
        for cell in given["cells"]:
            if cell["row"] not in labels:
                raise ProblemsFound([Problem("unknown_row", _("There is no such row."), field=cell["row"])])
            mend_cell(batch=batch, row=labels[cell["row"]], letters=cell["column"], text=cell["text"], by=self.user)
        return self.told(batch)

    @extend_schema(request=None, responses={202: JobSerializer})
    @action(detail=True, methods=["post"])
    def preview(self, request: Request, pk: Any = None) -> Response:
        """Read every row by what is settled, in the background: follow the job, then read the sheet again."""
        return self.begin("network.preview_import", self.get_object())

    @extend_schema(request=None, responses={202: JobSerializer})
    @action(detail=True, methods=["post"])
    def apply(self, request: Request, pk: Any = None) -> Response:
        """Take the rows in, all or none, in the background."""
        batch = self.get_object()
        stop_on(applying_problems(batch))
        return self.begin("network.apply_import", batch)

    @extend_schema(request=None, responses=OneImportSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: Any = None) -> Response:
        """Take back what the sheet made."""
        return self.told(undo_import(batch=self.get_object(), by=self.user))

    @extend_schema(responses=ImportRowSerializer(many=True), filters=False)
    @action(detail=True, filterset_class=None, url_path="rows")
    def list_rows(self, request: Request, pk: Any = None) -> Response:
        """The rows as typed and as read, each with its problems and whom it may be. Reading them is logged."""
        batch = self.get_object()
        audit.record("network.import.rows_opened", target=batch, by=self.user)
        page = self.paginate_queryset(batch.rows.order_by("-pk"))
        return self.get_paginated_response(ImportRowSerializer(page, many=True).data)

    def asked(self, form: type[Any]) -> tuple[ImportBatch, dict[str, Any]]:
        return self.get_object(), self.valid(form)

    def begin(self, kind: str, batch: ImportBatch) -> Response:
        key = f"import-{batch.pk}"
        job = jobs.start(kind, by=self.user, project=batch.project, key=key, batch=batch.pk)
        return Response(JobSerializer(job).data, status=202)

    def told(self, batch: ImportBatch, *, status: int = 200) -> Response:
        return Response(OneImportSerializer(batch).data, status=status)
