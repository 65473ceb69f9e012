# The command `archive` with all that it needs:
#
#     docker build --tag news-archive .
#     docker run --rm --volume archive:/archive news-archive status
FROM python:3.11-slim-bookworm AS packages

WORKDIR /build
COPY requirements.lock .
RUN python -m venv /opt/archive \
    && /opt/archive/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.lock


FROM python:3.11-slim-bookworm

# What is in the archive's volume belongs to this user, also on the host: its number stays.
RUN useradd --uid 10001 --create-home archive \
    && install --directory --owner=archive --group=archive /archive

COPY --from=packages /opt/archive /opt/archive
# It is Python alone, so this is all that installing it would do.
COPY archiver /opt/archive/lib/python3.11/site-packages/archiver
COPY mappings /opt/archive/lib/python3.11/site-packages/archiver/mappings
# A search starts fast only from bytecode, which the user can't write.
RUN /opt/archive/bin/python -m compileall -q /opt/archive/lib/python3.11/site-packages/archiver

ENV PATH=/opt/archive/bin:$PATH \
    ARCHIVE_HOME=/archive
USER 10001
VOLUME /archive
ENTRYPOINT ["python", "-m", "archiver"]
CMD ["--help"]
