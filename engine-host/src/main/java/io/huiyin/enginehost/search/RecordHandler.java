package io.huiyin.enginehost.search;

import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Turns the events of one kind into rows. Must stand being given an event twice. */
interface RecordHandler {

  void apply(LogRecord record, Rows rows) throws SQLException;
}
