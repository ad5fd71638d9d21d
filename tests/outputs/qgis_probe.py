"""What QGIS sees, as JSON; runs under the system's Python: ``project SOURCE PICTURE DAY``, ``layers FILE``, ``oapif URL``."""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtGui import QColor

ONLINE = "OpenStreetMap (needs a network)"


def labels(layer):
    renderer = layer.renderer()
    if renderer.type() == "pointDisplacement":
        renderer = renderer.embeddedRenderer()
    categories = renderer.categories() if renderer.type() == "categorizedSymbol" else []
    return [c.label() for c in categories]


def facts_of(layer):
    spatial = layer.isSpatial()
    fields = layer.fields()
    temporal = layer.temporalProperties()
    return {
        "name": layer.name(),
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "type": QgsWkbTypes.displayString(layer.wkbType()),
        "count": layer.featureCount(),
        "renderer": layer.renderer().type() if spatial else None,
        "labels": labels(layer) if spatial else [],
        "labelled": layer.labelsEnabled(),
        "aliases": {f.name(): layer.attributeDisplayName(i) for i, f in enumerate(fields)},
        "widgets": {f.name(): layer.editorWidgetSetup(i).type() for i, f in enumerate(fields)},
        "temporal": temporal.isActive(),
        "times": [temporal.startField(), temporal.endField()],
        "tip": bool(layer.mapTipTemplate()),
        "licence": layer.metadata().licenses(),
    }


def on_day(layer, day):
    """How many features the time slider leaves on a day."""
    start = QDateTime.fromString(day, Qt.ISODate)
    start.setTimeSpec(Qt.UTC)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    span = QgsDateTimeRange(start, start.addDays(1), True, False)
    text = layer.temporalProperties().createFilterString(context, span)
    return len(list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(text))))


def tips(layer):
    """The map tip of every feature, as QGIS fills it in."""
    found = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        found.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return found


def render(project, path):
    settings = QgsMapSettings()
    shown = [n.layer() for n in project.layerTreeRoot().findLayers() if n.isVisible()]
    settings.setLayers([layer for layer in shown if layer.isValid() and layer.isSpatial()])
    settings.setBackgroundColor(QColor(220, 233, 241))
    settings.setOutputSize(QSize(1200, 800))
    settings.setDestinationCrs(project.crs())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    return len({image.pixel(x, y) for x in range(0, 1200, 13) for y in range(0, 800, 13)})


def project_facts(source, picture, day):
    project = QgsProject.instance()
    opened = project.read(source)
    layers = {layer.id(): layer for layer in project.mapLayers().values() if layer.name() != ONLINE}
    span = project.timeSettings().temporalRange()
    every = layers["geoevents_events_all"]
    found = {
        "opened": opened,
        "crs": project.crs().authid(),
        "layers": {i.removeprefix("geoevents_"): facts_of(layer) for i, layer in layers.items()},
        "groups": {g.name(): [n.name() for n in g.children()] for g in project.layerTreeRoot().children()},
        "hidden": [n.name() for n in project.layerTreeRoot().findLayers() if not n.isVisible()],
        "relations": [r.isValid() for r in project.relationManager().relations().values()],
        "abstract": project.metadata().abstract(),
        "span": [d.toString("yyyy-MM-dd") for d in (span.begin(), span.end())],
        "on_day": on_day(every, day),
        "styles": every.styleManager().styles(),
        "tips": tips(every),
        "colours": render(project, picture),
    }
    project.clear()
    return found


def layers_facts(path):
    """Layers of a file by drag: each with the default style that lies in it or beside it."""
    first = QgsVectorLayer(path, "first", "ogr")
    names = sorted({s.split("!!::!!")[1] for s in first.dataProvider().subLayers()})
    found = {}
    for name in names:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        count, _, styles, _, _ = layer.listStylesInDatabase()
        found[name] = facts_of(layer) | {"styles": styles[:count]}
    return found


def oapif_facts(url):
    source = f" pagingEnabled='enabled' pageSize='20' restrictToRequestBBOX='1' typename='events' url='{url}'"
    layer = QgsVectorLayer(source, "events", "OAPIF")
    box = QgsFeatureRequest().setFilterRect(QgsRectangle(30, 45, 40, 52))
    return {
        "valid": layer.isValid(),
        "count": len(list(layer.getFeatures())),
        "in_box": len(list(layer.getFeatures(box))),
        "type": QgsWkbTypes.displayString(layer.wkbType()),
    }


def main(what, *arguments):
    app = QgsApplication([], False)
    app.initQgis()
    found = {"project": project_facts, "layers": layers_facts, "oapif": oapif_facts}[what](*arguments)
    print(json.dumps(found))
    app.exitQgis()


main(*sys.argv[1:])
