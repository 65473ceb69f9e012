package archive.testnode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.elasticsearch.Version;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one Elasticsearch node over HTTP and keeps it until standard input ends, so that it never outlives whoever
 * started it, however that ends.
 *
 * <p>Arguments: the folder of modules that Maven made, the node's home, its HTTP port. A port of 0 takes a free one; the
 * bound address is written to {@code HOME/logs/http.ports}, as Elasticsearch itself does. {@code -Des.NAME=VALUE} sets
 * any other setting of the node.
 */
public final class TestNode {

    public static void main(String[] args) throws Exception {
        Path modules = Path.of(args[0]).toAbsolutePath();
        Path home = Path.of(args[1]).toAbsolutePath();
        for (String folder : List.of("config", "plugins", "data", "logs")) {
            Files.createDirectories(home.resolve(folder));
        }
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureWithoutConfig(Settings.builder().put("logger.level", "WARN").build());

        Environment environment = new Environment(settings(home, args[2]), home.resolve("config"));
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(described(modules)),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of(),
            false
        );
        Node node = new Node(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        System.out.println("started " + Files.readString(home.resolve("logs/http.ports")).strip());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static Settings settings(Path home, String port) {
        Settings.Builder settings = Settings.builder()
            .put("path.home", home.toString())
            .put("cluster.name", "archive-test")
            .put("node.name", "test-node")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", "0")
            .put("node.portsfile", true)
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (Map.Entry<Object, Object> property : ((Properties) System.getProperties().clone()).entrySet()) {
            String name = property.getKey().toString();
            if (name.startsWith("es.") && !name.startsWith("es.nativelibs")) {
                settings.put(name.substring("es.".length()), property.getValue().toString());
            }
        }
        return settings.build();
    }

    /** The modules' folder, with the descriptor that Elasticsearch wants beside the jars of each. */
    private static Path described(Path modules) throws IOException {
        describe(modules.resolve("transport-netty4"), "org.elasticsearch.transport.netty4.Netty4Plugin");
        describe(modules.resolve("distribution-modules"), "archive.testnode.DistributionModules");
        return modules;
    }

    private static void describe(Path folder, String className) throws IOException {
        String text = String.join("\n",
            "name=" + folder.getFileName(), "description=" + folder.getFileName(), "version=" + Version.CURRENT,
            "elasticsearch.version=" + Version.CURRENT, "java.version=21", "classname=" + className, "");
        Path descriptor = folder.resolve("plugin-descriptor.properties");
        // Several nodes share the folder: one that is there already is left alone.
        if (!Files.exists(descriptor) || !Files.readString(descriptor).equals(text)) {
            Files.writeString(descriptor, text);
        }
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException failure) {
            failure.printStackTrace();
        }
    }

    private TestNode() {}
}
