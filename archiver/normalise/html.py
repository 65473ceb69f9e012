from archiver.normalise.draft import Draft


def read(text: str, *, url: str | None = None) -> Draft:
    return Draft()
