package org.jiceng.kit.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jiceng.kit.time.Rfc3339;

/**
 * Takes JSON by the letter: what is misspelt, doubled, of another type or not text is refused
 * instead of guessed at.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  /** Comes last, so that what others register reads nothing more leniently. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  @SuppressWarnings("deprecation") // ObjectMapper is built by Quarkus, so no builder is at hand
  public void customize(ObjectMapper mapper) {
    mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    mapper.configOverride(LocalDate.class).setFormat(JsonFormat.Value.forLeniency(false));
    mapper.registerModule(
        new SimpleModule("jiceng-strict")
            .addDeserializer(String.class, new StorableText())
            .addDeserializer(LocalDate.class, new FullDate()));
  }

  /** A date, whose year has four digits. */
  private static final class FullDate extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    FullDate() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      String text = parser.getText();
      try {
        return Rfc3339.date(text);
      } catch (DateTimeException e) {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date");
      }
    }
  }

  /**
   * Text that PostgreSQL, JSON and XML can hold: no NUL or other control character but tabs and
   * line ends, no half of a surrogate pair, no number in its place.
   */
  private static final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StorableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText();
      return isStorable(text)
          ? text
          : (String) context.handleWeirdStringValue(String.class, text, "not storable");
    }

    private static boolean isStorable(String text) {
      return text.codePoints().allMatch(StorableText::isStorable);
    }

    private static boolean isStorable(int c) {
      return c < ' '
          ? c == '\t' || c == '\n' || c == '\r'
          : (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
              && c != 0xFFFE
              && c != 0xFFFF;
    }
  }
}
