// Makes every lookup class of a project through its public methods, and serialises what Flink would.
import java.io.File;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import nexgen.bindings.lookups.LookupFallback;
import nexgen.bindings.lookups.LookupJoin;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.util.InstantiationUtil;

public final class LookupShapes {
    public static void main(String[] folders) throws Exception {
        for (File file : new File(folders[0], "nexgen/bindings/lookups").listFiles()) {
            String name = file.getName().replace(".class", "");
            Class<?> type = Class.forName("nexgen.bindings.lookups." + name);
            if (name.contains("$") || !name.endsWith("Lookup") || Modifier.isAbstract(type.getModifiers())) {
                continue;
            }
            for (Method method : type.getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    prove(name, method);
                }
            }
        }
    }

    private static void prove(String name, Method method) {
        String shape =
                name + "." + method.getName() + "("
                        + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", "))
                        + ")";
        try {
            DataStream<?> made =
                    (DataStream<?>) method.invoke(null, Arrays.stream(method.getParameterTypes()).map(LookupShapes::argument).toArray());
            OneInputTransformation<?, ?> operator = (OneInputTransformation<?, ?>) made.getTransformation();
            byte[] bytes = InstantiationUtil.serializeObject(operator.getOperatorFactory());
            InstantiationUtil.deserializeObject(bytes, LookupShapes.class.getClassLoader());
            made.getExecutionEnvironment().getStreamGraph().getJobGraph();
            System.out.println("ok " + shape + ", " + bytes.length + " bytes");
        } catch (Exception failure) {
            System.out.println("FAILED " + shape + ": " + failure + " " + failure.getCause());
        }
    }

    private static Object argument(Class<?> type) {
        if (type == DataStream.class) {
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
            return environment.fromData("a");
        }
        if (type == KeySelector.class) {
            return (KeySelector<Object, Object>) value -> value;
        }
        if (type == LookupJoin.class) {
            return (LookupJoin<Object, Object, Object>) (value, found) -> value;
        }
        if (type == LookupFallback.class) {
            return (LookupFallback<Object, Object>) (value, cause) -> value;
        }
        if (type == Class.class) {
            return String.class;
        }
        if (type == TypeInformation.class) {
            return TypeInformation.of(String.class);
        }
        return decoder(type);
    }

    /** A decoder, where the project has such a class. */
    private static Object decoder(Class<?> type) {
        return java.lang.reflect.Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (Serializable & java.lang.reflect.InvocationHandler) (self, method, values) -> null);
    }
}
