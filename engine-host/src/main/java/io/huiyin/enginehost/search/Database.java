package io.huiyin.enginehost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQLite file: one connection that writes, a few that read. */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final long SCHEMA_VERSION = 1;
  private static final int READERS = 3;
  private static final String READ_META = "SELECT value FROM meta WHERE name = ?";
  static final String WRITE_META = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)";

  private final Connection writer;
  private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
  private final List<Connection> all = new ArrayList<>();

  private Database(final Path file) throws SQLException, IOException {
    writer = connect(file);
    all.add(writer);
    try {
      prepare();
      writer.setAutoCommit(false);
      for (int i = 0; i < READERS; i++) {
        final var reader = connect(file);
        all.add(reader);
        readers.add(reader);
        execute(reader, "PRAGMA query_only = ON");
      }
    } catch (final SQLException | IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Opens the file; one that is damaged or of another version is put aside and begun anew. */
  static Database open(final Path file) {
    try {
      return new Database(file);
    } catch (final SQLException | IOException | IllegalStateException e) {
      LOG.warn("The search index {} cannot be used ({}); it is built anew from the log", file, e.getMessage());
    }
    try {
      discard(file);
      return new Database(file);
    } catch (final SQLException e) {
      throw new IllegalStateException("cannot make a search index in " + file, e);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps one damaged file for inspection; its journal is useless without it. */
  static void discard(final Path file) throws IOException {
    if (Files.exists(file)) {
      Files.move(file, Path.of(file + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(Path.of(file + "-wal"));
    Files.deleteIfExists(Path.of(file + "-shm"));
  }

  Connection writer() {
    return writer;
  }

  long meta(final String name, final long whenAbsent) throws SQLException {
    try (var query = writer.prepareStatement(READ_META)) {
      query.setString(1, name);
      try (var result = query.executeQuery()) {
        return result.next() ? result.getLong(1) : whenAbsent;
      }
    }
  }

  <T> T read(final Query<T> query) {
    try {
      final var reader = readers.take();
      try {
        return query.on(reader);
      } finally {
        readers.add(reader);
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the index", e);
    } catch (final SQLException e) {
      throw new IllegalStateException("the index could not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    for (final var connection : all) {
      try {
        connection.close();
      } catch (final SQLException e) {
        LOG.warn("The search index did not close cleanly: {}", e.getMessage());
      }
    }
  }

  interface Query<T> {
    T on(Connection connection) throws SQLException;
  }

  private void prepare() throws SQLException, IOException {
    execute(writer, "PRAGMA journal_mode = WAL");
    execute(writer, "PRAGMA synchronous = NORMAL");
    execute(writer, "PRAGMA wal_autocheckpoint = 0"); // the index does it itself, to know what is stored for good
    if (isEmpty()) {
      writer.setAutoCommit(false);
      for (final var statement : schema().split(";\\s*\\n")) {
        execute(writer, statement);
      }
      execute(writer, "PRAGMA user_version = " + SCHEMA_VERSION);
      writer.commit();
    } else if (number("PRAGMA user_version") != SCHEMA_VERSION) {
      throw new IllegalStateException("it was written by another version of this host");
    }
  }

  private boolean isEmpty() throws SQLException {
    return number("SELECT count(*) FROM sqlite_master") == 0;
  }

  private long number(final String sql) throws SQLException {
    try (var statement = writer.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.getLong(1);
    }
  }

  private static String schema() throws IOException {
    try (var sql = Database.class.getResourceAsStream("index.sql")) {
      return new String(sql.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
    }
  }

  private static Connection connect(final Path file) throws SQLException {
    final var connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?jdbc.get_generated_keys=false");
    execute(connection, "PRAGMA busy_timeout = 5000");
    return connection;
  }

  private static void execute(final Connection connection, final String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
