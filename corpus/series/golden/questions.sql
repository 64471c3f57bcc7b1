-- The questions of analysts on the series of this folder, over the views of panel.sqlite; the answers are checked.
-- Numbers are those of the domain guide: 1-5 on level and growth, 6-13 on three-public expenses and running costs.

-- Q1 Budget and growth of each body; rank within its region, and among bodies of the same function
SELECT b.org_name, b.fiscal_year, b.expenditure_wan, r.expenditure_growth,
  RANK() OVER (PARTITION BY b.region_name, b.fiscal_year ORDER BY b.expenditure_wan DESC) AS in_region,
  RANK() OVER (PARTITION BY b.local_name, b.fiscal_year ORDER BY b.expenditure_wan DESC) AS in_function
FROM body_year b LEFT JOIN real_change r USING (doc_id)
WHERE b.kind = 'budget' AND b.level = 'department' AND b.fiscal_year >= 2023
ORDER BY b.fiscal_year, b.region_name, in_region;
-- answer
-- 云川市白石区水利局|2023|818.5||1|1
-- 云川市青禾区市场监督管理局|2023|3296.1|2.73|1|1
-- 云川市青禾区农业局|2023|2390.15|-3.1|2|1
-- 云川市青禾区水务局|2023|2015.8|8.93|3|1
-- 云川市青禾区文化局|2023|1301.25|2.6|4|1
-- 云川市青禾区旅游局|2023|668.9|2.52|5|1
-- 云川市白石区司法局|2024|1120.4||1|1
-- 云川市白石区水务局|2024|902.7|10.29|2|2
-- 云川市青禾区市场监督管理局|2024|3340.75|1.35|1|1
-- 云川市青禾区农业农村局|2024|2752.9|15.18|2|1
-- 云川市青禾区文化和旅游局|2024|1988.7|0.94|3|1
-- 云川市青禾区水务局|2024|1968.3|-2.36|4|1
-- 云川市青禾区档案馆|2024|431.2||5|1

-- Q2 Basic expenditure's share over time; who shifts from projects to basic
SELECT b.org_name, b.fiscal_year, ROUND(100.0 * b.basic_wan / (b.basic_wan + b.project_wan), 2) AS basic_share,
  y.basic_share > y.prior_basic_share AS shifts
FROM body_year b LEFT JOIN year_on_year y USING (doc_id)
WHERE b.kind = 'budget' AND b.level = 'department' AND b.basic_wan IS NOT NULL ORDER BY b.org_key, b.fiscal_year;
-- answer
-- 云川市白石区司法局|2024|67.85|
-- 云川市白石区水利局|2023|50.37|
-- 云川市白石区水务局|2024|50.03|
-- 云川市青禾区农业农村局|2024|54.32|
-- 云川市青禾区农业局|2022|54.74|
-- 云川市青禾区农业局|2023|57.43|1
-- 云川市青禾区市场监督管理局|2022|69.84|
-- 云川市青禾区市场监督管理局|2023|69.74|0
-- 云川市青禾区市场监督管理局|2024|69.78|1
-- 云川市青禾区文化和旅游局|2024|56.35|
-- 云川市青禾区文化局|2022|56.41|
-- 云川市青禾区文化局|2023|56.24|0
-- 云川市青禾区旅游局|2022|56.13|
-- 云川市青禾区旅游局|2023|55.55|0
-- 云川市青禾区档案馆|2022|67.92|
-- 云川市青禾区档案馆|2024|67.89|
-- 云川市青禾区水务局|2022|54.11|
-- 云川市青禾区水务局|2023|51.75|0
-- 云川市青禾区水务局|2024|54.19|1

-- Q3 Budget per post and per head, in 10 000 yuan; least, mean and most within the function
SELECT org_name, ROUND(expenditure_wan / establishment, 2), ROUND(expenditure_wan / staff, 2) AS per_head,
  ROUND(MIN(expenditure_wan / staff) OVER same, 2), ROUND(AVG(expenditure_wan / staff) OVER same, 2),
  ROUND(MAX(expenditure_wan / staff) OVER same, 2)
FROM body_year WHERE kind = 'budget' AND level = 'department' AND fiscal_year = 2024
WINDOW same AS (PARTITION BY local_name) ORDER BY per_head DESC;
-- answer
-- 云川市青禾区水务局|65.61|67.87|47.51|57.69|67.87
-- 云川市青禾区农业农村局|61.18|62.57|62.57|62.57|62.57
-- 云川市青禾区文化和旅游局|58.49|60.26|60.26|60.26|60.26
-- 云川市白石区水务局|45.14|47.51|47.51|57.69|67.87
-- 云川市白石区司法局|37.35|40.01|40.01|40.01|40.01
-- 云川市青禾区市场监督管理局|37.96|38.4|38.4|38.4|38.4
-- 云川市青禾区档案馆|30.8|30.8|30.8|30.8|30.8

-- Q4 Who announces a decrease, yet grew against what was published
SELECT org_name, fiscal_year, concept, change_said_wan, change_published_wan FROM announced_change
WHERE kind = 'budget' AND direction = 'decrease' AND change_published_wan > 0 ORDER BY org_key, fiscal_year, concept;
-- answer
-- 云川市青禾区市场监督管理局|2024|expenditure.project|-3.95|12.05

-- Q5 Real change of bodies that were renamed or merged
SELECT org_name, fiscal_year, relation, prior_org_names, prior_expenditure_wan, expenditure_wan, expenditure_growth
FROM real_change WHERE relation <> 'same' ORDER BY org_key, fiscal_year;
-- answer
-- 云川市白石区水务局|2024|renamed|云川市白石区水利局|818.5|902.7|10.29
-- 云川市青禾区农业农村局|2024|renamed|云川市青禾区农业局|2390.15|2752.9|15.18
-- 云川市青禾区文化和旅游局|2024|merged|云川市青禾区旅游局 + 云川市青禾区文化局|1970.15|1988.7|0.94

-- Q6 Three-public expenses: total and items, per head in yuan, share of the budget in percent
SELECT org_name, item, amount_wan, yuan_per_head, share_of_expenditure FROM three_public
WHERE kind = 'budget' AND level = 'department' AND fiscal_year = 2024
  AND (item = 'three_public.total' OR region_name = '云川市白石区') ORDER BY org_key, item;
-- answer
-- 云川市白石区司法局|three_public.official_reception|1.3|464.29|0.116
-- 云川市白石区司法局|three_public.official_vehicles|4.0|1428.57|0.357
-- 云川市白石区司法局|three_public.overseas_travel|0.0|0.0|0.0
-- 云川市白石区司法局|three_public.total|5.3|1892.86|0.473
-- 云川市白石区水务局|three_public.official_reception|2.2|1157.89|0.2437
-- 云川市白石区水务局|three_public.official_vehicles|8.0|4210.53|0.8862
-- 云川市白石区水务局|three_public.official_vehicles.operation|8.0|4210.53|0.8862
-- 云川市白石区水务局|three_public.official_vehicles.purchase|0.0|0.0|0.0
-- 云川市白石区水务局|three_public.overseas_travel|0.0|0.0|0.0
-- 云川市白石区水务局|three_public.total|10.2|5368.42|1.1299
-- 云川市青禾区农业农村局|three_public.total|20.1|4568.18|0.7301
-- 云川市青禾区市场监督管理局|three_public.total|49.1|5643.68|1.4697
-- 云川市青禾区文化和旅游局|three_public.total|14.7|4454.55|0.7392
-- 云川市青禾区档案馆|three_public.total|2.7|1928.57|0.6262
-- 云川市青禾区水务局|three_public.total|13.2|4551.72|0.6706

-- Q7 Who budgets for an item and spends nothing, and in how many years
SELECT org_name, item, COUNT(*) AS years, SUM(budget_wan) FROM three_public
WHERE kind = 'final_accounts' AND budget_wan > 0 AND amount_wan = 0 GROUP BY org_key, item ORDER BY org_key, item;
-- answer
-- 云川市白石区水务局|three_public.official_vehicles.purchase|1|18.0

-- Q8 Completion of each item; how many are at exactly 100 %
SELECT item, COUNT(*), MIN(completion_rate), MAX(completion_rate), SUM(completion_rate = 100) FROM three_public
WHERE completion_rate IS NOT NULL GROUP BY item ORDER BY item;
-- answer
-- three_public.official_reception|2|52.78|73.85|0
-- three_public.official_vehicles.operation|2|99.75|100.0|1
-- three_public.official_vehicles.purchase|1|0.0|0.0|0
-- three_public.overseas_travel|1|90.0|90.0|0
-- three_public.total|2|44.48|95.22|0

-- Q9 Running cost of a vehicle, in 10 000 yuan; vehicles per ten heads; running cost without a vehicle
SELECT org_name, vehicles_owned, ROUND(vehicle_operation_wan / NULLIF(vehicles_owned, 0), 2) AS each,
  ROUND(10.0 * vehicles_owned / staff, 2), vehicles_owned = 0 AND vehicle_operation_wan > 0
FROM body_year WHERE kind = 'budget' AND fiscal_year = 2024 AND vehicles_owned IS NOT NULL ORDER BY each, org_key;
-- answer
-- 云川市白石区水务局|0||0.0|1
-- 云川市青禾区档案馆|1|2.0|0.71|0
-- 云川市青禾区市场监督管理局|8|3.5|0.92|0
-- 云川市青禾区农业农村局|4|4.0|0.91|0
-- 云川市青禾区文化和旅游局|3|4.0|0.91|0
-- 云川市青禾区水务局|3|4.0|1.03|0

-- Q10 Purchases of vehicles against what is held; price of each in 10 000 yuan where the number is stated
SELECT org_name, kind, fiscal_year, vehicle_purchase_wan, vehicles_bought,
  ROUND(vehicle_purchase_wan / NULLIF(vehicles_bought, 0), 2), vehicles_owned
FROM body_year WHERE vehicle_purchase_wan > 0 ORDER BY org_key, fiscal_year;
-- answer
-- 云川市白石区水利局|budget|2023|18.0|||2
-- 云川市青禾区市场监督管理局|budget|2024|18.0|||8

-- Q11 Reception: yuan for each guest, guests of each batch; yuan for each traveller abroad
SELECT org_name, fiscal_year, ROUND(10000 * official_reception_wan / NULLIF(reception_guests, 0), 2),
  ROUND(1.0 * reception_guests / NULLIF(reception_batches, 0), 2),
  ROUND(10000 * overseas_travel_wan / NULLIF(travellers, 0), 2)
FROM body_year WHERE reception_guests IS NOT NULL OR travellers IS NOT NULL ORDER BY org_key, fiscal_year;
-- answer
-- 云川市白石区水务局|2023|200.0|8.0|27000.0

-- Q12 Did a region keep to "no growth", by item; and who promised and did not
WITH bodies AS (  -- what was merged counts together
  SELECT a.region_name, a.fiscal_year, a.item, a.amount_wan, SUM(b.amount_wan) AS prior_wan
  FROM three_public a JOIN successions s USING (doc_id)
  JOIN three_public b ON b.doc_id = s.prior_doc_id AND b.item = a.item
  WHERE a.kind = 'budget' GROUP BY a.doc_id, a.item)
SELECT region_name, fiscal_year, item, ROUND(SUM(prior_wan), 2), ROUND(SUM(amount_wan), 2),
  ROUND(SUM(amount_wan) - SUM(prior_wan), 6) <= 0
FROM bodies GROUP BY region_name, fiscal_year, item ORDER BY region_name, fiscal_year, item;
-- answer
-- 云川市白石区|2024|three_public.official_reception|2.4|2.2|1
-- 云川市白石区|2024|three_public.official_vehicles|26.0|8.0|1
-- 云川市白石区|2024|three_public.official_vehicles.operation|8.0|8.0|1
-- 云川市白石区|2024|three_public.official_vehicles.purchase|18.0|0.0|1
-- 云川市白石区|2024|three_public.overseas_travel|6.0|0.0|1
-- 云川市白石区|2024|three_public.total|34.4|10.2|1
-- 云川市青禾区|2023|three_public.official_reception|13.85|12.2|1
-- 云川市青禾区|2023|three_public.official_vehicles|66.0|68.0|0
-- 云川市青禾区|2023|three_public.official_vehicles.operation|66.0|68.0|0
-- 云川市青禾区|2023|three_public.official_vehicles.purchase|0.0|0.0|1
-- 云川市青禾区|2023|three_public.overseas_travel|0.0|0.0|1
-- 云川市青禾区|2023|three_public.total|79.85|80.2|0
-- 云川市青禾区|2024|three_public.official_reception|12.2|11.1|1
-- 云川市青禾区|2024|three_public.official_vehicles|68.0|86.0|0
-- 云川市青禾区|2024|three_public.official_vehicles.operation|68.0|68.0|1
-- 云川市青禾区|2024|three_public.official_vehicles.purchase|0.0|18.0|0
-- 云川市青禾区|2024|three_public.overseas_travel|0.0|0.0|1
-- 云川市青禾区|2024|three_public.total|80.2|97.1|0

-- Q12 (who promised)
SELECT d.org_name, d.fiscal_year, y.prior_three_public_wan, y.three_public_wan
FROM findings f JOIN documents d USING (doc_id) JOIN year_on_year y USING (doc_id)
WHERE f.rule = 'XY010' ORDER BY d.fiscal_year;
-- answer
-- 云川市青禾区市场监督管理局|2023|29.8|31.3
-- 云川市青禾区市场监督管理局|2024|31.3|49.1

-- Q13 Operating funds per head, in yuan; who is called an outlier
SELECT b.org_name, ROUND(b.operating_expenses_wan * 10000 / b.staff) AS each,
  EXISTS (SELECT 1 FROM findings f WHERE f.doc_id = b.doc_id AND f.rule = 'PL007')
FROM body_year b WHERE b.kind = 'budget' AND b.fiscal_year = 2024 ORDER BY each DESC, b.org_key;
-- answer
-- 云川市青禾区水务局|31431.0|0
-- 云川市青禾区农业农村局|29932.0|0
-- 云川市青禾区文化和旅游局|29030.0|0
-- 云川市白石区司法局|28611.0|0
-- 云川市青禾区市场监督管理局|24609.0|0
-- 云川市白石区司法局|21964.0|0
-- 云川市白石区水务局|20000.0|0
-- 云川市青禾区档案馆|15214.0|0
-- 云川市白石区公证处|12500.0|0
-- 云川市白石区法律援助中心|10000.0|0
