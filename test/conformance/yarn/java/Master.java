// What the job submission talks to, within this JVM: an HDFS, a ZooKeeper and YARN's resource manager.
// Arguments: the folder for their data, the ports of name node and ZooKeeper. Their configuration is
// that of the class path. Prints "ready" when all answer.
import java.io.File;
import java.net.InetSocketAddress;
import java.util.Set;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.api.records.NodeLabel;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.resourcemanager.ResourceManager;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

public final class Master {
    public static void main(String[] args) {
        try {
            File data = new File(args[0]);
            startHdfs(data, Integer.parseInt(args[1]));
            startZooKeeper(data, Integer.parseInt(args[2]));
            startResourceManager();
            System.out.println("ready");
        } catch (Throwable failure) {
            failure.printStackTrace();
            // Threads of what did start would keep the JVM alive.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void startHdfs(File data, int port) throws Exception {
        new MiniDFSCluster.Builder(new HdfsConfiguration(), new File(data, "hdfs"))
                .nameNodePort(port)
                .numDataNodes(1)
                .build()
                .waitActive();
    }

    private static void startZooKeeper(File data, int port) throws Exception {
        File folder = new File(data, "zookeeper");
        ZooKeeperServer server = new ZooKeeperServer(folder, folder, 2000);
        NIOServerCnxnFactory door = new NIOServerCnxnFactory();
        door.configure(new InetSocketAddress("127.0.0.1", port), 100);
        door.startup(server);
    }

    private static void startResourceManager() throws Exception {
        ResourceManager manager = new ResourceManager();
        manager.init(new YarnConfiguration());
        manager.start();
        // The node says that it has it; an application without a label may use the node, too.
        manager.getRMContext()
                .getNodeLabelManager()
                .addToCluserNodeLabels(Set.of(NodeLabel.newInstance("ssd", false)));
    }

    private Master() {}
}
