package org.jiceng.activity;

import org.jiceng.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void theRulesOfTheHouseHold() {
    HouseRules.check("org.jiceng.activity");
  }
}
