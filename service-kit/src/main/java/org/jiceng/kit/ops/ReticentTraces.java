package org.jiceng.kit.ops;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.trace.internal.SdkTracerProviderUtil;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/**
 * Lets a trace tell of which type an exception was and no more. Its message may repeat what
 * somebody wrote, as that of a body which cannot be read does, and its stack trace begins with it.
 */
@Singleton
@Unremovable
class ReticentTraces implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
  @Override
  public void customize(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
    sdk.addTracerProviderCustomizer(
        (tracers, config) -> {
          SdkTracerProviderUtil.setExceptionAttributeResolver(
              tracers,
              (event, exception, longest) ->
                  event.setAttribute(
                      ExceptionAttributeResolver.EXCEPTION_TYPE, exception.getClass().getName()));
          return tracers;
        });
  }
}
