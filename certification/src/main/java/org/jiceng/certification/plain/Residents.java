package org.jiceng.certification.plain;

import java.math.BigDecimal;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaMeasured;

/** The resident figures of areas, each as it was measured last. */
final class Residents extends Things {
  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof AreaMeasured e) {
      measured(e, "population", e.population());
      measured(e, "registered population", e.registeredPopulation());
      measured(e, "migrant population", e.migrantPopulation());
      measured(e, "households", e.households());
    }
  }

  private void measured(AreaMeasured e, String what, long value) {
    put(what, e.areaCode(), null, e.areaCode(), BigDecimal.valueOf(value));
  }
}
