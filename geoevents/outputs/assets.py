"""Leaflet and MarkerCluster from their pinned packages, checked by hash (``outputs.md`` 6.2)."""

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files

from geoevents.errors import OutputError

__all__ = ["LICENCES", "leaflet_css", "leaflet_js"]

# First 16 digits of the sha256 of each file: another edition is another program.
_PINNED = {
    ("leaflet", "leaflet.js"): "5819285cec137b22",
    ("leaflet", "leaflet.css"): "90b693d86392a477",
    ("leaflet_markercluster", "leaflet.markercluster.js"): "58be871df61f6c51",
}

LICENCES = """Leaflet 1.9.3, BSD 2-Clause License
Copyright (c) 2010-2022, Volodymyr Agafonkin. Copyright (c) 2010-2011, CloudMade. All rights reserved.
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
following disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
following disclaimer in the documentation and/or other materials provided with the distribution.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT
NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL
THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE
OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

Leaflet.markercluster 1.4.1, MIT License
Copyright 2012 David Leaver.
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


@lru_cache(maxsize=8)
def _asset(package: str, name: str) -> bytes:
    raw = (files(f"xstatic.pkg.{package}") / "data" / name).read_bytes()
    wanted = _PINNED.get((package, name))
    if wanted and not hashlib.sha256(raw).hexdigest().startswith(wanted):
        raise OutputError(f"{name} is not the pinned edition; run `pip install --force-reinstall geoevents`")
    return raw


def leaflet_js() -> str:
    """Leaflet and MarkerCluster, ready to be inlined."""
    parts = (_asset("leaflet", "leaflet.js"), _asset("leaflet_markercluster", "leaflet.markercluster.js"))
    return "\n".join(re.sub(r"//# sourceMappingURL=\S+", "", p.decode("utf-8")) for p in parts)


def leaflet_css() -> str:
    """Leaflet's style sheet with its pictures inside."""
    css = _asset("leaflet", "leaflet.css").decode("utf-8")
    return re.sub(r"url\(([^)#][^)]*)\)", lambda m: f"url({_data_uri(m.group(1).strip(chr(34)))})", css)


def _data_uri(name: str) -> str:
    raw = _asset("leaflet", name)
    return f"data:image/png;base64,{base64.b64encode(raw).decode('ascii')}"
