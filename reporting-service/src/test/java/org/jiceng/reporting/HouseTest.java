package org.jiceng.reporting;

import org.jiceng.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void theRulesOfTheHouseHold() {
    HouseRules.check("org.jiceng.reporting");
  }
}
