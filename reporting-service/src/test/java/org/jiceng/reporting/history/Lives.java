package org.jiceng.reporting.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiceng.events.DomainEvent;

/** Things of one kind that begin, change and end one after the other. */
final class Lives<T> {
  private final Dice dice;
  private final List<T> living = new ArrayList<>();

  Lives(Dice dice) {
    this.dice = dice;
  }

  DomainEvent begin(Supplier<T> thing, Function<T, DomainEvent> event) {
    T begun = thing.get();
    living.add(begun);
    return event.apply(begun);
  }

  /** What happens to one of them, which is another after it; null while there is none. */
  DomainEvent change(Function<T, T> change, Function<T, DomainEvent> event) {
    if (living.isEmpty()) {
      return null;
    }
    int which = dice.below(living.size());
    T before = living.get(which);
    DomainEvent happened = event.apply(before);
    living.set(which, change.apply(before));
    return happened;
  }

  /** The end of one of them; null while there is none. */
  DomainEvent end(Function<T, DomainEvent> event) {
    return living.isEmpty() ? null : event.apply(living.remove(dice.below(living.size())));
  }
}
