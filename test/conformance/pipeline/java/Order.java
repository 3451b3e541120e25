/** A record of the streams. A POJO of Flink and of Jackson. */
public class Order {
    public String id;
    public int number;

    public Order() {}
}
