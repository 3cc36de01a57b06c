package org.jiceng.kit.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.codes.Halfwidth;
import org.jiceng.kit.codes.InvalidCode;

/**
 * A row of the file. Every getter answers null for an empty cell; a cell that is missing though
 * required, too long or not what was asked for is recorded as an error of the row, and null too. So
 * a session reads all cells first and then asks {@code errors.any()}.
 */
public final class Row {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final Header header;
  private final long number;
  private final Cells cells;
  private final RowErrors errors;

  Row(Header header, long number, Cells cells, RowErrors errors) {
    this.header = header;
    this.number = number;
    this.cells = cells;
    this.errors = errors;
  }

  /** The number of the row in the file, the header being 1 (for CSV the line it begins on). */
  public long number() {
    return number;
  }

  /** A text as it stands, without blanks at its ends. */
  public String text(String column) {
    String text = checked(column);
    if (text != null && text.chars().anyMatch(Row::isControl)) {
      errors.add(column, "control-character");
      return null;
    }
    return text;
  }

  /** A business code or another technical text: full-width letters and digits become plain. */
  public String code(String column) {
    return Halfwidth.of(text(column));
  }

  /** A business date: 2009-12-31, 2009/12/31, 2009.12.31, 20091231, 2009年12月31日 or a date cell. */
  public LocalDate date(String column) {
    String text = checked(column);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> date =
        cells.isNumber(header.indexOf(column))
            ? CellDates.ofSerial(text, cells)
            : CellDates.ofText(text);
    return date.orElseGet(() -> refused(column, "not-a-date"));
  }

  /** A whole number within {@code int}. */
  public Integer integer(String column) {
    Long number = whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return number == null ? null : number.intValue();
  }

  /** A whole number. */
  public Long number(String column) {
    return whole(column, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A number with up to two decimal places and twelve digits before them. */
  public BigDecimal decimal(String column) {
    String text = Halfwidth.of(checked(column));
    if (text == null) {
      return null;
    }
    return CellNumbers.of(text)
        .filter(n -> n.stripTrailingZeros().scale() <= 2 && n.precision() - n.scale() <= 12)
        .orElseGet(() -> refused(column, "not-a-number"));
  }

  /** True or false; 是 and 否, yes and no, 1 and 0 too. */
  public Boolean bool(String column) {
    String text = Halfwidth.of(checked(column));
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes", "y", "1", "是" -> Boolean.TRUE;
      case "false", "no", "n", "0", "否" -> Boolean.FALSE;
      default -> refused(column, "not-a-boolean");
    };
  }

  /** A constant of an enum by its name or by one of its names in the code lists. */
  public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
    String text = Halfwidth.of(checked(column));
    if (text == null) {
      return null;
    }
    String name =
        CodeLists.of(type).flatMap(list -> list.meant(text)).map(CodeList.Item::code).orElse(text);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name)) {
        return constant;
      }
    }
    return refused(column, "not-one-of", String.join(", ", names(type)));
  }

  /** A code of a list, meant by the code itself or by one of its names. */
  public String oneOf(CodeList list, String column) {
    String text = Halfwidth.of(checked(column));
    if (text == null) {
      return null;
    }
    // A spreadsheet turns 01 into 1.
    return list.meant(text)
        .or(() -> list.meant("0" + text))
        .map(CodeList.Item::code)
        .orElseGet(() -> refused(column, "not-in-list", list.name(), list.standard()));
  }

  /** The id of a record, in its form of 36 characters. */
  public UUID id(String column) {
    String text = code(column);
    if (text == null) {
      return null;
    }
    return ID.matcher(text).matches() ? UUID.fromString(text) : refused(column, "not-an-id");
  }

  /** A value of our own type, read by a parser that throws {@link InvalidCode}. */
  public <T> T value(String column, Function<String, T> parser) {
    String text = code(column);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (InvalidCode e) {
      return refused(column, CellNumbers.isScientific(text) ? "number-rounded" : e.code());
    }
  }

  private Long whole(String column, long min, long max) {
    String text = Halfwidth.of(checked(column));
    if (text == null) {
      return null;
    }
    return CellNumbers.whole(text)
        .filter(n -> n >= min && n <= max)
        .orElseGet(() -> refused(column, "not-a-whole-number"));
  }

  private String checked(String column) {
    Column spec = header.column(column);
    String text = cells.text(header.indexOf(column));
    String bare = text == null ? "" : Halfwidth.strip(text);
    if (bare.isEmpty()) {
      return spec.required() ? refused(column, "required") : null;
    }
    if (bare.length() > spec.maxLength()) {
      return refused(column, "too-long", spec.maxLength());
    }
    return cells
        .problem(header.indexOf(column))
        .map(code -> this.<String>refused(column, code))
        .orElse(bare);
  }

  private <T> T refused(String column, String code, Object... args) {
    errors.add(column, code, args);
    return null;
  }

  private static String[] names(Class<? extends Enum<?>> type) {
    Enum<?>[] constants = type.getEnumConstants();
    String[] names = new String[constants.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = constants[i].name();
    }
    return names;
  }

  private static boolean isControl(int c) {
    return c < ' ' || c == 0x7F;
  }
}
