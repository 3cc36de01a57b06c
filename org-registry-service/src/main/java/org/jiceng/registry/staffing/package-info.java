/** Whether organisations have the full-time workers and instructors that the norm asks for. */
package org.jiceng.registry.staffing;
