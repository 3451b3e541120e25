package nexgen.bindings.lookups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Reads rows as maps from column to value, on threads of a lookup's own. */
final class JdbcRows {
  private JdbcRows() {}

  /** As many threads as there are connections: more would only wait for one. */
  static ExecutorService threads(String lookup, int connections) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        connections,
        task -> {
          Thread thread = new Thread(task, "lookup-" + lookup + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The first row of {@code sql} with {@code key} as its parameters. */
  static Optional<Map<String, Object>> first(DataSource pool, String sql, List<Object> key, int seconds) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(seconds);
      statement.setMaxRows(1);
      for (int index = 0; index < key.size(); index++) {
        statement.setObject(index + 1, key.get(index));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(Collections.unmodifiableMap(row(rows))) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new CompletionException(failure);
    }
  }

  /** At most {@code limit} rows of {@code sql} by their key columns, without the {@code hidden} columns. */
  static Map<List<Object>, Map<String, Object>> byKey(
      DataSource pool, String sql, List<String> keyColumns, List<String> hidden, int limit)
      throws SQLException {
    Map<List<Object>, Map<String, Object>> found = new HashMap<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Map<String, Object> row = row(rows);
          List<Object> key = new ArrayList<>(keyColumns.size());
          for (String column : keyColumns) {
            key.add(row.get(column));
          }
          row.keySet().removeAll(hidden);
          found.putIfAbsent(key, Collections.unmodifiableMap(row));
        }
      }
    }
    return found;
  }

  private static Map<String, Object> row(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    Map<String, Object> row = new LinkedHashMap<>();
    for (int index = 1; index <= columns.getColumnCount(); index++) {
      row.put(columns.getColumnLabel(index), rows.getObject(index));
    }
    return row;
  }
}
