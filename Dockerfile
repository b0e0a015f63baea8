# One image serves as web, worker and beat; docker-compose.yml says which.

FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements/prod.txt /tmp/prod.txt
RUN /venv/bin/pip install --require-hashes --only-binary :all: -r /tmp/prod.txt

FROM python:3.13-slim-bookworm AS platform
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 ffmpeg \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --user-group --uid 10001 --home-dir /srv/app --shell /usr/sbin/nologin platform \
    && install --directory --owner platform --group platform /srv/data /srv/media /srv/static
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 \
    DATA_DIR=/srv/data MEDIA_ROOT=/srv/media STATIC_ROOT=/srv/static
WORKDIR /srv/app
COPY . .
RUN python -m qqvet.messages && python -m compileall -q .
USER platform
EXPOSE 8000
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "qqvet.wsgi:application"]
