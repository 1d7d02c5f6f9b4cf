package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Fields that many requests share. */
final class Fields {

  private static final DirectBuffer NO_VARIABLES =
      new UnsafeBuffer(MsgPackConverter.convertToMsgPack("{}"));

  private Fields() {}

  /** A JSON object as MessagePack; empty text is an empty object. */
  static DirectBuffer variables(final String json) {
    if (json.isBlank()) {
      return NO_VARIABLES;
    }
    try {
      return BufferUtil.wrapArray(MsgPackConverter.convertToMsgPack(json));
    } catch (final RuntimeException e) {
      throw new IllegalArgumentException("the variables are not valid JSON: " + e.getMessage(), e);
    }
  }

  static String json(final DirectBuffer msgPack) {
    return MsgPackConverter.convertToJson(msgPack);
  }

  /** There is one tenant; it may be named or left out. */
  static String tenant(final String id) {
    if (!id.isEmpty() && !id.equals(TenantOwned.DEFAULT_TENANT_IDENTIFIER)) {
      throw new IllegalArgumentException(
          "tenant '%s' is unknown: this engine has only '%s'"
              .formatted(id, TenantOwned.DEFAULT_TENANT_IDENTIFIER));
    }
    return TenantOwned.DEFAULT_TENANT_IDENTIFIER;
  }

  static List<String> tenants(final List<String> ids) {
    ids.forEach(Fields::tenant);
    return List.of(TenantOwned.DEFAULT_TENANT_IDENTIFIER);
  }
}
