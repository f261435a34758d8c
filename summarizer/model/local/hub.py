"""Source 1 of the weights: the model hub, with its own client."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from summarizer.model.local.progress import OnProgress, folder_bytes, watching
from summarizer.model.local.weights import SourceError, Weights

# Seconds to wait for the hub's first word: where it can't be reached, the other source is near.
_PATIENCE = 5.0


def fetch(weights: Weights, work: Path, on_progress: OnProgress | None) -> Path:
    """Path of the file as the hub sent it, unverified; an interrupted fetch goes on where it was.

    HF_ENDPOINT is honoured. Raises SourceError when the hub can't be had, within a few seconds.
    """
    try:
        import httpx2
        import huggingface_hub as hub
        from huggingface_hub.utils.tqdm import disable_progress_bars
    except ImportError:
        raise SourceError("huggingface_hub is not installed") from None
    disable_progress_bars()  # ours is shown
    endpoint = os.environ.get("HF_ENDPOINT") or None
    # The hub's client tries a dead network for half a minute; this question doesn't.
    # No token: the file is public, and the user's key is nobody's business here.
    try:
        url = hub.hf_hub_url(weights.hub_repo, weights.file, endpoint=endpoint)
        metadata = hub.get_hf_file_metadata(url, timeout=_PATIENCE, token=False)
        etag = metadata.etag or ""
        if re.fullmatch(r"[0-9a-f]{64}", etag) and etag != weights.sha256:
            raise SourceError("it has another file under that name now (SHA-256 differs)")
        with watching(lambda: folder_bytes(work), weights.size, on_progress):
            got = hub.hf_hub_download(
                weights.hub_repo, weights.file, local_dir=work, token=False, endpoint=endpoint
            )
    except (httpx2.HTTPError, ValueError, RuntimeError, OSError) as error:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise
        raise SourceError(f"not reachable ({_reason(error)})") from None
    return Path(got)


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:120]
