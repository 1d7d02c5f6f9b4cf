package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.msgpack.MsgpackException;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.huiyin.enginehost.Closed;
import io.huiyin.enginehost.NotAnswered;
import io.huiyin.enginehost.Overloaded;
import io.huiyin.enginehost.Rejected;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as the gRPC status that clients of Zeebe expect for it. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static StatusRuntimeException toStatus(final Throwable error) {
    return switch (error) {
      case final CompletionException e when e.getCause() != null -> toStatus(e.getCause());
      case final StatusRuntimeException e -> e;
      case final Rejected e -> status(code(e.type()), e);
      case final Overloaded e -> status(Code.RESOURCE_EXHAUSTED, e);
      case final NotAnswered e -> status(Code.DEADLINE_EXCEEDED, e);
      case final Closed e -> status(Code.UNAVAILABLE, e);
      case final IllegalArgumentException e -> status(Code.INVALID_ARGUMENT, e);
      case final MsgpackException e -> status(Code.INVALID_ARGUMENT, e);
      default -> {
        LOG.error("a call failed unexpectedly", error);
        yield status(Code.INTERNAL, error);
      }
    };
  }

  private static Code code(final RejectionType type) {
    return switch (type) {
      case INVALID_ARGUMENT -> Code.INVALID_ARGUMENT;
      case NOT_FOUND -> Code.NOT_FOUND;
      case ALREADY_EXISTS -> Code.ALREADY_EXISTS;
      case INVALID_STATE -> Code.FAILED_PRECONDITION;
      case PROCESSING_ERROR -> Code.INTERNAL;
      case EXCEEDED_BATCH_RECORD_SIZE -> Code.RESOURCE_EXHAUSTED;
      case UNAUTHORIZED, FORBIDDEN -> Code.PERMISSION_DENIED;
      default -> Code.UNKNOWN;
    };
  }

  private static StatusRuntimeException status(final Code code, final Throwable error) {
    return Status.fromCode(code).withDescription(error.getMessage()).asRuntimeException();
  }
}
