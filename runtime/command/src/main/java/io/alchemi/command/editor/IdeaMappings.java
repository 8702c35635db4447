package io.alchemi.command.editor;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The file {@code .idea/jsonSchemas.xml}, which maps files to JSON Schemas in JetBrains IDEs. */
final class IdeaMappings {
    private static final String COMPONENT = "JsonSchemaMappingsProjectConfiguration";
    private static final String EMPTY =
            "<project version=\"4\"><component name=\"" + COMPONENT + "\"><state><map/></state></component></project>";

    private final Document document;
    private final Element map;

    /**
     * Reads the file.
     *
     * @param file its path, for messages
     * @param text its text, empty if there is no file
     * @throws IOException if it is not such a file
     */
    IdeaMappings(Path file, String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text.isBlank() ? EMPTY : text)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " cannot be changed: it is not XML: " + e.getMessage(), e);
        }
        Element component = child(document.getDocumentElement(), "component", COMPONENT);
        map = child(child(component, "state", ""), "map", "");
    }

    /**
     * Maps files to a JSON Schema. A mapping with the same name gets the path, and keeps its patterns.
     *
     * @param path the path of the JSON Schema, relative to the project
     * @param files patterns of file names
     */
    void put(String name, String path, List<String> files) {
        Element entry = child(map, "entry", name);
        Element info = child(child(entry, "value", ""), "SchemaInfo", "");
        option(info, "name", name);
        option(info, "relativePathToSchema", path);
        option(info, "schemaVersion", "JSON Schema version 7");
        Element list = child(child(info, "option", "patterns"), "list", "");
        for (String file : files) {
            if (!hasPattern(list, file)) {
                Element item = append(list, "Item");
                option(item, "pattern", "true");
                option(item, "path", file);
                option(item, "mappingKind", "Pattern");
            }
        }
    }

    private static boolean hasPattern(Element list, String file) {
        NodeList options = list.getElementsByTagName("option");
        for (int i = 0; i < options.getLength(); i++) {
            if (options.item(i) instanceof Element option
                    && option.getAttribute("name").equals("path")
                    && option.getAttribute("value").equals(file)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text of the file. */
    String write() throws IOException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            removeBlanks(document.getDocumentElement());
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + out.toString().strip() + "\n";
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    /** Removes white space between elements, which would be indented once more. */
    private static void removeBlanks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().isBlank()) {
                parent.removeChild(node);
            } else {
                removeBlanks(node);
            }
            node = next;
        }
    }

    /** Returns the child with a tag and a name or key, which is created if there is none. */
    private Element child(Element parent, String tag, String name) {
        String attribute = tag.equals("entry") ? "key" : "name";
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && element.getTagName().equals(tag)
                    && element.getAttribute(attribute).equals(name)) {
                return element;
            }
        }
        Element created = append(parent, tag);
        if (!name.isEmpty()) {
            created.setAttribute(attribute, name);
        }
        return created;
    }

    private Element append(Element parent, String tag) {
        Element created = document.createElement(tag);
        parent.appendChild(created);
        return created;
    }

    private void option(Element parent, String name, String value) {
        child(parent, "option", name).setAttribute("value", value);
    }
}
