// Divides memory as Flink does when a process starts. Each line of standard input is one setting:
//   task-manager | job-manager, then key=value for every option, tab separated
// and each line of output its sizes in bytes, or "refused" and Flink's reason:
//   JVM heap, task heap, JVM direct, task off-heap, managed, network, metaspace, overhead
//   heap, off-heap, metaspace, overhead
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;

public final class ComputeMemory {
    public static void main(String[] args) throws Exception {
        // Flink logs to standard output where a jar brings a logging configuration.
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder output = new StringBuilder();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            output.append(answer(line.split("\t"))).append('\n');
        }
        answers.print(output);
    }

    private static String answer(String[] words) throws Exception {
        Configuration configuration = new Configuration();
        for (int i = 1; i < words.length; i++) {
            int at = words[i].indexOf('=');
            configuration.setString(words[i].substring(0, at), words[i].substring(at + 1));
        }
        try {
            return words[0].equals("task-manager")
                    ? taskManager(configuration)
                    : jobManager(configuration);
        } catch (Throwable e) {
            return "refused\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }

    private static String taskManager(Configuration configuration) {
        TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        return row(
                spec.getJvmHeapMemorySize(),
                spec.getTaskHeapSize(),
                spec.getJvmDirectMemorySize(),
                spec.getTaskOffHeapSize(),
                spec.getManagedMemorySize(),
                spec.getNetworkMemSize(),
                spec.getJvmMetaspaceSize(),
                spec.getJvmOverheadSize());
    }

    private static String jobManager(Configuration configuration) throws Throwable {
        // Public from 2.0 on only.
        Method method = JobManagerProcessUtils.class.getDeclaredMethod(
                "processSpecFromConfig", Configuration.class);
        method.setAccessible(true);
        JobManagerProcessSpec spec;
        try {
            spec = (JobManagerProcessSpec) method.invoke(null, configuration);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        return row(
                spec.getJvmHeapMemorySize(),
                spec.getJvmDirectMemorySize(),
                spec.getJvmMetaspaceSize(),
                spec.getJvmOverheadSize());
    }

    private static String row(MemorySize... sizes) {
        StringBuilder row = new StringBuilder();
        for (MemorySize size : sizes) row.append(row.length() == 0 ? "" : "\t").append(size.getBytes());
        return row.toString();
    }

    private ComputeMemory() {}
}
