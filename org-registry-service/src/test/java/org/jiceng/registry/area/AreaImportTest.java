package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.importFile;
import static org.jiceng.registry.District.township;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of areas goes by the same rules as one area. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AreaImportTest {
  private static final String DISTRICT = "110105000000";
  private static final String NEW_NUMBER = "110105987000";

  @BeforeEach
  void theDistrictIsThere() {
    District.root();
  }

  @Test
  void aCommunityIsNumberedByWhatTheStandardListCallsItsTownshipToday() {
    String town = township();
    changeArea(town, "reassign", Map.of("parentCode", DISTRICT, "standardCode", NEW_NUMBER))
        .statusCode(200);

    String refused = importFile("areas", community(town.substring(0, 9) + "001", town), "REJECTED");
    assertThat(errorsOf(refused)).contains("area-code-outside-parent");

    String numbered = NEW_NUMBER.substring(0, 9) + "001";
    importFile("areas", community(numbered, town), "COMPLETED");
    assertThat(as("reporter").get("/api/v1/areas/" + numbered).jsonPath().getString("parentCode"))
        .isEqualTo(town);
  }

  private static String community(String code, String parent) {
    return "code,level,name,parentCode,effectiveOn\n%s,COMMUNITY,新社区,%s,2009-01-01\n"
        .formatted(code, parent);
  }
}
