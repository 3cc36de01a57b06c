package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointHandedOver;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;

/** Activity sites by number and size, service brands and demonstration points. */
final class Grounds extends Things {
  private static final BigDecimal LARGE = new BigDecimal(500);
  private static final Set<SiteOrigin> INTEGRATED =
      EnumSet.of(SiteOrigin.BUILDING, SiteOrigin.TWO_NEW);

  private final Map<UUID, SiteOpened> sites = new HashMap<>();

  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof SiteOpened e) {
      sites.put(e.siteId(), e);
      lies(e.siteId(), e.organizationId(), e.floorArea());
    } else if (event.data() instanceof SiteMeasured e) {
      Thing site = get("site", e.siteId());
      if (site != null) {
        lies(e.siteId(), site.organization(), e.floorArea());
      }
    } else if (event.data() instanceof SiteHandedOver e) {
      lies(e.siteId(), e.organizationId(), get("floor area", e.siteId()).amount());
    } else if (event.data() instanceof SiteClosed e) {
      gone(e.siteId());
    } else {
      honours(event);
    }
  }

  private void lies(UUID id, UUID organization, BigDecimal floorArea) {
    gone(id);
    SiteOpened site = sites.get(id);
    put("site", id, organization, site.areaCode());
    put("floor area", id, organization, site.areaCode(), floorArea);
    if (INTEGRATED.contains(site.origin())) {
      put("integrated site", id, organization, site.areaCode());
      put("integrated floor area", id, organization, site.areaCode(), floorArea);
    }
    if (site.kind() == SiteKind.SERVICE_CENTRE && floorArea.compareTo(LARGE) > 0) {
      put("large centre", id, organization, site.areaCode());
    }
  }

  private void gone(UUID id) {
    remove("site", id);
    remove("floor area", id);
    remove("integrated site", id);
    remove("integrated floor area", id);
    remove("large centre", id);
  }

  private void honours(RecordedEvent event) {
    if (event.data() instanceof BrandAwarded e) {
      put("brand", e.brandId(), e.organizationId(), e.areaCode());
    } else if (event.data() instanceof BrandHandedOver e) {
      put("brand", e.brandId(), e.organizationId(), get("brand", e.brandId()).area());
    } else if (event.data() instanceof BrandWithdrawn e) {
      remove("brand", e.brandId());
    } else if (event.data() instanceof DemonstrationPointDesignated e) {
      put("point", e.demonstrationPointId(), e.organizationId(), e.areaCode());
    } else if (event.data() instanceof DemonstrationPointHandedOver e) {
      String area = get("point", e.demonstrationPointId()).area();
      put("point", e.demonstrationPointId(), e.organizationId(), area);
    } else if (event.data() instanceof DemonstrationPointWithdrawn e) {
      remove("point", e.demonstrationPointId());
    }
  }
}
