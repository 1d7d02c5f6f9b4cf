package io.huiyin.enginehost.search;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the index needs of a BPMN file for one of its processes.
 *
 * @param name of the process, or null
 * @param elementNames names by element id, only of elements that have one
 * @param formId of the form that starts the process, or null
 * @param formBinding latest, deployment or versionTag
 */
record Diagram(
    String name, Map<String, String> elementNames, String formId, String formBinding, String formVersionTag) {

  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** The engine has parsed the file before; should it be unreadable here all the same, names are missing. */
  static Diagram of(final byte[] bpmn, final String processId) {
    try {
      return new Reading(processId).read(XML.createXMLStreamReader(new ByteArrayInputStream(bpmn)));
    } catch (final XMLStreamException e) {
      return new Diagram(null, Map.of(), null, null, null);
    }
  }

  private static final class Reading {

    private final String processId;
    private final Map<String, String> names = new LinkedHashMap<>();
    private String processName;
    private String formId;
    private String binding;
    private String versionTag;
    private boolean inProcess;
    private int depth;
    private int startEventDepth = -1;

    Reading(final String processId) {
      this.processId = processId;
    }

    Diagram read(final XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> open(xml);
          case XMLStreamConstants.END_ELEMENT -> close(xml);
          default -> {}
        }
      }
      return new Diagram(processName, names, formId, binding, versionTag);
    }

    private void open(final XMLStreamReader xml) {
      final var id = xml.getAttributeValue(null, "id");
      final var name = xml.getAttributeValue(null, "name");
      if (xml.getLocalName().equals("process")) {
        inProcess = processId.equals(id);
        processName = inProcess ? name : processName;
        depth = 0;
      } else if (inProcess) {
        depth++;
        if (id != null && name != null && !name.isBlank()) {
          names.put(id, name);
        }
        openStartForm(xml);
      }
    }

    private void openStartForm(final XMLStreamReader xml) {
      if (depth == 1 && xml.getLocalName().equals("startEvent")) {
        startEventDepth = depth; // only start events of the process itself can be started with a form
      } else if (startEventDepth > 0 && xml.getLocalName().equals("formDefinition") && formId == null) {
        formId = xml.getAttributeValue(null, "formId");
        binding = xml.getAttributeValue(null, "bindingType");
        versionTag = xml.getAttributeValue(null, "versionTag");
      }
    }

    private void close(final XMLStreamReader xml) {
      if (xml.getLocalName().equals("process")) {
        inProcess = false;
      } else if (inProcess) {
        if (depth == startEventDepth) {
          startEventDepth = -1;
        }
        depth--;
      }
    }
  }
}
