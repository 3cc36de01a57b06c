package org.jiceng.activity.brand;

import jakarta.inject.Singleton;
import org.jiceng.activity.honour.HonourDesk;
import org.jiceng.activity.honour.HonourOffice;

/** Where service brands are given, renewed and taken back. */
@Singleton
public class BrandDesk extends HonourDesk<Brand> {
  BrandDesk(Brands all, HonourOffice office) {
    super(all, Brand::new, office);
  }
}
