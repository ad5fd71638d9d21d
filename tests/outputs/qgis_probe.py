"""Runs under the system's Python with PyQGIS: opens a project, prints what QGIS sees as JSON, may render a picture."""

import json
import sys

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def layer_facts(layer):
    renderer = layer.renderer() if layer.type() == 0 else None
    facts = {"name": layer.name(), "valid": layer.isValid(), "crs": layer.crs().authid()}
    if layer.type() == 0:
        categories = renderer.categories() if renderer.type() == "categorizedSymbol" else []
        facts |= {
            "count": layer.featureCount(),
            "renderer": renderer.type(),
            "labels": [c.label() for c in categories],
            "alias": layer.attributeDisplayName(layer.fields().indexOf("start_time"))
            if layer.fields().indexOf("start_time") >= 0
            else None,
            "temporal": layer.temporalProperties().isActive(),
            "tip": bool(layer.mapTipTemplate()),
        }
    return facts


def render(project, path):
    settings = QgsMapSettings()
    root = project.layerTreeRoot()
    shown = [n.layer() for n in root.findLayers() if n.isVisible() and n.layer().isValid()]
    settings.setLayers(shown)
    settings.setBackgroundColor(QColor(220, 233, 241))
    settings.setOutputSize(QSize(1200, 800))
    settings.setDestinationCrs(project.crs())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    return len({image.pixel(x, y) for x in range(0, 1200, 13) for y in range(0, 800, 13)})


def main(source, picture):
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    opened = project.read(source)
    span = project.timeSettings().temporalRange()
    facts = {
        "opened": opened,
        "crs": project.crs().authid(),
        "layers": [
            layer_facts(layer)
            for layer in project.mapLayers().values()
            if layer.name() != "OpenStreetMap (needs a network)"
        ],
        "groups": [g.name() for g in project.layerTreeRoot().children()],
        "hidden": [n.name() for n in project.layerTreeRoot().findLayers() if not n.isVisible()],
        "from": span.begin().toString("yyyy-MM-dd"),
        "colours": render(project, picture),
    }
    print(json.dumps(facts))
    project.clear()
    app.exitQgis()


main(*sys.argv[1:3])
