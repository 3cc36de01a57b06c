package org.jiceng.events;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Which record a CloudEvents type stands for, and back; read once from the sealed families. */
public final class EventTypes {
  private static final Map<String, Class<? extends DomainEvent>> CLASSES = new TreeMap<>();

  static {
    collect(DomainEvent.class);
  }

  private EventTypes() {}

  /** The type of an event, version included. */
  public static String typeOf(DomainEvent event) {
    return event.getClass().getAnnotation(Contract.class).value();
  }

  /**
   * The record behind a type.
   *
   * @throws UnreadableEvent when no contract has that type
   */
  public static Class<? extends DomainEvent> classOf(String type) {
    Class<? extends DomainEvent> found = CLASSES.get(type);
    if (found == null) {
      throw new UnreadableEvent("no contract has the type " + type, null);
    }
    return found;
  }

  /** Every contract there is, by type, in alphabetical order. */
  public static Collection<Class<? extends DomainEvent>> all() {
    return Collections.unmodifiableCollection(CLASSES.values());
  }

  private static void collect(Class<?> family) {
    for (Class<?> permitted : family.getPermittedSubclasses()) {
      if (permitted.isInterface()) {
        collect(permitted);
      } else {
        Class<? extends DomainEvent> record = permitted.asSubclass(DomainEvent.class);
        CLASSES.put(record.getAnnotation(Contract.class).value(), record);
      }
    }
  }
}
